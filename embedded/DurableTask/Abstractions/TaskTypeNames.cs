namespace Microsoft.DurableTask;

/// <summary>Name and version of a task's class: from <see cref="DurableTaskAttribute"/>, else the class's name, unversioned.</summary>
internal static class TaskTypeNames
{
    public static TaskName GetTaskName(this Type type) =>
        Attribute.GetCustomAttribute(type, typeof(DurableTaskAttribute)) is DurableTaskAttribute { Name.Name: not null and not "" } attribute
            ? attribute.Name
            : new TaskName(type.Name);

    public static TaskVersion GetDurableTaskVersion(this Type type) =>
        Attribute.GetCustomAttribute(type, typeof(DurableTaskAttribute)) is DurableTaskAttribute attribute
            ? new TaskVersion(attribute.Version)
            : default;

    /// <exception cref="ArgumentException"><paramref name="type"/> is abstract or does not implement <typeparamref name="T"/>.</exception>
    public static void RequireConcrete<T>(this Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.IsAbstract || !typeof(T).IsAssignableFrom(type))
        {
            throw new ArgumentException($"{type} must be a concrete type that is a {typeof(T)}.", nameof(type));
        }
    }
}
