"""Text: building, formatting, splitting, joining, searching, comparing."""


def lines(count):
    parts = []
    for i in range(count):
        parts.append(f'layer{i % 12}.block{i}.weight: {i * 0.5:.2f}')
    return '\n'.join(parts)


def words(text):
    counts = {}
    for line in text.split('\n'):
        name, _, number = line.partition(': ')
        head = name.split('.')[0].upper()
        counts[head] = counts.get(head, 0) + len(number)
    return sorted(counts.items())


def spelled(count):
    text = ''
    for i in range(count):
        text += chr(97 + i % 26)
        if text.endswith('xyz'):
            text = text[-20:].replace('x', 'XX').lower()
    return text, sum(1 for c in text if c in 'aeiou')


text = lines(60000)
print(len(text), words(text)[:2], spelled(200000), '%s-%05d' % ('id', 42))
