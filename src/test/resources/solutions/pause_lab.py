from threading import Thread

pages = []


def download():
    for number in (1, 2, 3):
        pages.append(number)


ann = Thread(target=download, name="ann")
ann.start()
ann.join()
print(len(pages), "pages")
