"""A Modbus RTU slave of pymodbus on one end of a pair of pseudo-terminals.

Prints the name of the other end and serves until its input is closed.
"""

import os
import pty
import sys
import threading
import tty

from pymodbus import FramerType
from pymodbus.datastore import (
    ModbusDeviceContext,
    ModbusSequentialDataBlock,
    ModbusServerContext,
)
from pymodbus.server import StartSerialServer


def terminal():
    master, slave = pty.openpty()
    tty.setraw(master)
    tty.setraw(slave)
    return master, os.ttyname(slave)


def carry(source, target):
    while True:
        os.write(target, os.read(source, 512))


def leave_with_parent():
    sys.stdin.read()
    os._exit(0)


ours, our_name = terminal()
theirs, their_name = terminal()
threading.Thread(target=carry, args=(ours, theirs), daemon=True).start()
threading.Thread(target=carry, args=(theirs, ours), daemon=True).start()
threading.Thread(target=leave_with_parent, daemon=True).start()
inputs = [index % 3 == 0 for index in range(32)]
device = ModbusDeviceContext(
    co=ModbusSequentialDataBlock(1, [False] * 32),
    di=ModbusSequentialDataBlock(1, inputs),
    hr=ModbusSequentialDataBlock(1, [0] * 32),
)
print(our_name, flush=True)
StartSerialServer(
    ModbusServerContext(devices=device, single=True),
    framer=FramerType.RTU,
    port=their_name,
    baudrate=19200,
)
