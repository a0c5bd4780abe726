using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace CrossRegion.Embedded.Functions.Invocations;

/// <summary>Parameters that take their value by name from the binding data, e.g. from a route.</summary>
internal static class NamedValue
{
    /// <summary>The parameter's binder; null when text cannot become its type.</summary>
    public static ParameterBinder? Bind(ParameterInfo parameter)
    {
        string name = parameter.Name!;
        Type type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        if (type == typeof(string))
        {
            return invocation => Find(invocation, name) ?? Missing(parameter);
        }

        TypeConverter converter = TypeDescriptor.GetConverter(type);
        if (!converter.CanConvertFrom(typeof(string)))
        {
            return null;
        }

        return invocation => Find(invocation, name) is { } text
            ? converter.ConvertFromString(null, CultureInfo.InvariantCulture, text)
            : Missing(parameter);
    }

    private static string? Find(Invocation invocation, string name) =>
        invocation.BindingContext.BindingData.TryGetValue(name, out object? value)
            ? Convert.ToString(value, CultureInfo.InvariantCulture)
            : null;

    private static object? Missing(ParameterInfo parameter) => parameter.HasDefaultValue ? parameter.DefaultValue
        : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null;
}
