"""The rules of training: pure functions over plain values, the same on the server and the phone."""
