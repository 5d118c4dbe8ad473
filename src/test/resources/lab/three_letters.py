# /// lab
# shows = "Three threads add a letter each: every order of them."
# granularity = "line"
# outcomes = [
#   "finished: abc", "finished: acb", "finished: bac",
#   "finished: bca", "finished: cab", "finished: cba",
# ]
# ///
import threading

text = ""

def add(letter):
    global text
    text += letter

threads = [threading.Thread(target=add, args=letter) for letter in "abc"]
for t in threads: t.start()
for t in threads: t.join()
print(text)
