from .. import again


class Heir(again.kept.Base):
    pass
