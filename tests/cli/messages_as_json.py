from torch import nn


class Net(nn.Module):
    def forward(self, x):
        return self.logged(x) * 2

    def logged(self, x):
        open("log.txt", "a").write(str(x.sum()))
        return x


#> $FILE --class Net --messages json
#= 1
#! {"file":"messages_as_json.py","line":9,"column":9,"end_line":9,"end_column":29,"code":"NN201","severity":"error","message":"a file is opened with mode 'a': the analysis writes no files","hint":"","fix":null,"chain":[{"file":"messages_as_json.py","line":6,"column":16,"function":"Net.forward"}],"notes":[],"text":"messages_as_json.py:9:9: error[NN201]: a file is opened with mode 'a': the analysis writes no files\n            open(\"log.txt\", \"a\").write(str(x.sum()))\n            ^~~~~~~~~~~~~~~~~~~~\n  called from messages_as_json.py:6:16 in `Net.forward`\n"}
#> $FILE --class Net --messages xml
#= 2
#! nnscan: error: --messages: `xml` is not `text` or `json`
