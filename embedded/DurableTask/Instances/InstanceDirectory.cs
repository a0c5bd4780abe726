using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>Finds instances: in memory, else in the store.</summary>
internal sealed class InstanceDirectory(EngineStore store, Action<Instance> schedule)
{
    private readonly ConcurrentDictionary<string, Instance> _instances = new(StringComparer.Ordinal);

    /// <summary>Between a look into the store and the entry here no instance may come and go, or the look would be stale.</summary>
    private readonly Lock _gate = new();

    /// <summary>The instances in memory.</summary>
    public IEnumerable<Instance> Loaded => _instances.Select(entry => entry.Value);

    public int Count => _instances.Count;

    public bool IsLoaded(string id) => _instances.ContainsKey(id);

    /// <summary>The instance; <c>null</c> if there is none. One that has ended is only looked at and does not stay in memory.</summary>
    public Instance? Find(string id)
    {
        if (_instances.TryGetValue(id, out var loaded))
        {
            return loaded;
        }

        lock (_gate)
        {
            return _instances.TryGetValue(id, out loaded) ? loaded : LoadFromStore(id) switch
            {
                { Phase: not InstancePhase.Ended } stored => Keep(stored),
                var stored => stored,
            };
        }
    }

    /// <summary>The instance, made (absent) if there is none, to be changed.</summary>
    public Instance FindOrCreate(string id)
    {
        if (_instances.TryGetValue(id, out var loaded))
        {
            return loaded;
        }

        lock (_gate)
        {
            return _instances.TryGetValue(id, out loaded) ? loaded : Keep(LoadFromStore(id) ?? new Instance(id, schedule));
        }
    }

    /// <summary>Forgets an instance again that was looked up to be changed and was not.</summary>
    public void Release(Instance instance)
    {
        if (instance.TryForget(evenIdle: false))
        {
            Remove(instance);
        }
    }

    /// <summary>The instance, kept in memory until unpinned.</summary>
    public bool TryPin(string id, [NotNullWhen(true)] out Instance? instance)
    {
        do
        {
            instance = Find(id);
        }
        while (instance is not null && !instance.TryPin());
        return instance is not null;
    }

    /// <summary>The instance, made if there is none, kept in memory until unpinned.</summary>
    public Instance PinOrCreate(string id)
    {
        while (true)
        {
            var instance = FindOrCreate(id);
            if (instance.TryPin())
            {
                return instance;
            }
        }
    }

    /// <summary>Forgets an instance that <see cref="Instance.TryForget"/> has given up.</summary>
    public void Remove(Instance instance)
    {
        lock (_gate)
        {
            _instances.TryRemove(new KeyValuePair<string, Instance>(instance.Id, instance));
        }
    }

    /// <summary>Keeps it in memory; one that cannot be read gets a turn at once, which sets it aside.</summary>
    private Instance Keep(Instance stored)
    {
        _instances[stored.Id] = stored;
        if (stored.Read(static state => state?.Damage) is not null)
        {
            stored.Wake();
        }

        return stored;
    }

    private Instance? LoadFromStore(string id)
    {
        if (store.Load(id) is not { } state)
        {
            return null;
        }

        var loaded = new Instance(id, schedule);
        loaded.Restore(state);
        return loaded;
    }
}
