// Each test has hosts of its own. One alone leaves much of two cores idle, since hosts start and wait; more than two would only wait for each other.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
