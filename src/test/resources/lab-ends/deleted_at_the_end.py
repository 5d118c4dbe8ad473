# /// lab
# shows = "What is there at the end is deleted."
# granularity = "line"
# ///
class Thing:
    def __del__(self):
        print("gone")
thing = Thing()
print("end")
