// Each test uses all cores already.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
