# /// lab
# shows = "What fails then is told, and all others are deleted, the oldest first."
# granularity = "line"
# ///
class Thing:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        print("gone", self.name)
        if self.name == "a":
            raise ValueError("no")
a = Thing("a")
b = Thing("b")
print("end")
