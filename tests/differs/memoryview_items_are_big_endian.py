# differs: the byte order of memoryview.cast and sys.byteorder
# python:  513 little
# here:    258 big
# reason:  the consoles' order holds on every machine, so that the simulator shows what a console will
# instead: int.from_bytes and int.to_bytes with an order of your own
import sys
print(memoryview(b"\x01\x02").cast("H")[0], sys.byteorder)
