print("peerlots")
