import holders

holders.tables.by_package.items["whole"] = 2
