raise RuntimeError("this file is not interpreted")
