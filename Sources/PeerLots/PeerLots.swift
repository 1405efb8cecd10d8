// The library of one import.
import Members
