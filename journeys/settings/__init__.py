"""What can be set about the program itself, and where an administrator lays it down; read without Qt."""
