"""A sentence classifier: embedding, bidirectional LSTM, the last hidden states of both directions."""
import torch
from torch import nn


class LSTMClassifier(nn.Module):
    def __init__(self, vocab_size=1000, embedding_dim=32, hidden_size=48, num_layers=2,
                 num_classes=4, bidirectional=True, dropout=0.2):
        super().__init__()
        self.embedding = nn.Embedding(vocab_size, embedding_dim, padding_idx=0)
        self.lstm = nn.LSTM(embedding_dim, hidden_size, num_layers=num_layers, batch_first=True,
                            bidirectional=bidirectional, dropout=dropout)
        self.bidirectional = bidirectional
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(hidden_size * (2 if bidirectional else 1), num_classes)

    def forward(self, tokens):
        embedded = self.dropout(self.embedding(tokens))
        _, (hidden, _) = self.lstm(embedded)
        if self.bidirectional:
            last = torch.cat((hidden[-2], hidden[-1]), dim=1)
        else:
            last = hidden[-1]
        return self.fc(self.dropout(last))


if __name__ == "__main__":
    print(LSTMClassifier().eval()(torch.randint(1, 1000, (2, 12))).shape)

#> --class LSTMClassifier --input 'tokens:int64[N,T]'
#~ with tokens=integers(1, 1000)
