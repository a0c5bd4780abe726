// Each test has hosts of its own that take all there is; side by side they would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
