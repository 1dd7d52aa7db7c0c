import bisect
import heapq

a = [1, 3, 3, 5]
print(bisect.bisect(a, 3), bisect.bisect_left(a, 3), bisect.bisect_right(a, 9))
bisect.insort(a, 4)
print(a)
heap = [5, 2, 8, 1]
heapq.heapify(heap)
heapq.heappush(heap, 0)
print(heap[0], [heapq.heappop(heap) for _ in range(len(heap))])
print(heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, ['a', 'ccc', 'bb'], key=len))
queue = []
for item in ((2, 'b'), (1, 'a'), (3, 'c')):
    heapq.heappush(queue, item)
print(heapq.heappop(queue), heapq.heappushpop(queue, (0, 'z')))
