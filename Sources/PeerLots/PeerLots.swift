// base
public import Members
