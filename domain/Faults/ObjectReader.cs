using System.Text.Json;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Domain.Faults;

/// <summary>
/// Reads one JSON object and reports every fault in it, each with its path, instead of stopping at the first. What is missing
/// or wrong is read as null or as an empty list, and <see cref="Build{T}"/> then builds nothing.
/// </summary>
public sealed class ObjectReader
{
    private const int MaximumText = 4000;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly JsonElement _element;
    private readonly FaultCollector _faults;
    private readonly int _faultsBefore;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    private ObjectReader(JsonElement element, string path, FaultCollector faults)
    {
        _element = element;
        Path = path;
        _faults = faults;
        _faultsBefore = faults.Count;
    }

    /// <summary>Where the object stands: <c>items/x.json#/materials/0</c>.</summary>
    public string Path { get; }

    /// <summary>The reader of a whole file, or null after the fault was reported.</summary>
    public static ObjectReader? Open(string file, string text, FaultCollector faults)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return Of(document.RootElement.Clone(), file + "#", faults);
        }
        catch (JsonException e)
        {
            faults.Add(file, "json", $"不是合法的JSON:第{e.LineNumber + 1}行第{e.BytePositionInLine + 1}字节", $"no JSON: {e.Message}");
            return null;
        }
    }

    /// <summary>
    /// What <paramref name="build"/> makes of the values read, or null when any of them was wrong or a property was not read.
    /// </summary>
    public T? Build<T>(Func<T> build) where T : class
    {
        foreach (var property in _element.EnumerateObject().Where(property => !_read.Contains(property.Name)))
        {
            Report(property.Name, "unknown-property", "没有这个字段", "there is no such property");
        }

        return _faults.Count == _faultsBefore ? build() : null;
    }

    public void Report(string property, string code, string messageZh, string messageEn) =>
        _faults.Add(PathOf(property), code, messageZh, messageEn);

    public bool Has(string property) => _element.TryGetProperty(property, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>The names of all its properties, known or not, in their order.</summary>
    public IReadOnlyList<string> Properties => [.. _element.EnumerateObject().Select(property => property.Name)];

    /// <summary>How many entries a list has, right or wrong; 0 when it is no list.</summary>
    public int Length(string property) =>
        _element.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;

    /// <summary>A property that is read for its own sake, like <c>$schema</c>.</summary>
    public void Skip(string property) => _read.Add(property);

    public string? Text(string property)
    {
        if (Value(property, JsonValueKind.String, "一段文字", "a text") is not { } value)
        {
            return null;
        }

        var text = value.GetString()!;
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaximumText)
        {
            Report(property, "length", $"应有1至{MaximumText}个字符", $"1 to {MaximumText} characters are expected");
            return null;
        }

        return text;
    }

    public int? Integer(string property, int minimum, int maximum)
    {
        if (Value(property, JsonValueKind.Number, "一个整数", "a whole number") is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Report(property, "range", $"应为{minimum}至{maximum}的整数", $"a whole number from {minimum} to {maximum} is expected");
        return null;
    }

    /// <summary>A number with or without decimals; <paramref name="absent"/> when the property is not there.</summary>
    public double? Number(string property, double minimum, double maximum, double? absent = null)
    {
        if (absent is not null && IsAbsent(property))
        {
            return absent;
        }

        if (Value(property, JsonValueKind.Number, "一个数", "a number") is not { } value)
        {
            return null;
        }

        if (value.TryGetDouble(out var number) && number >= minimum && number <= maximum)
        {
            return number;
        }

        Report(property, "range", $"应为{minimum}至{maximum}的数", $"a number from {minimum} to {maximum} is expected");
        return null;
    }

    public bool? Boolean(string property)
    {
        _read.Add(property);
        if (_element.TryGetProperty(property, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        ReportKind(property, "true或false", "true or false");
        return null;
    }

    public LocalDate? Date(string property) => Text(property) is { } text ? Date(PathOf(property), text) : null;

    public LocalDate? OptionalDate(string property) => IsAbsent(property) ? null : Date(property);

    public T? Identifier<T>(string property) where T : class, IIdentifier<T> =>
        Text(property) is { } text ? _faults.Parse<T>(PathOf(property), text) : null;

    public T? Code<T>(string property) where T : struct, Enum => Text(property) is { } text ? Code<T>(PathOf(property), text) : null;

    public LocalizedText? Localized(string property) => Object(property, ReadLocalized);

    public LocalizedText? OptionalLocalized(string property) => IsAbsent(property) ? null : Localized(property);

    public T? Object<T>(string property, Func<ObjectReader, T?> read) where T : class =>
        Value(property, JsonValueKind.Object, "一个对象", "an object") is { } value
            ? read(new ObjectReader(value, PathOf(property), _faults))
            : null;

    public T? OptionalObject<T>(string property, Func<ObjectReader, T?> read) where T : class =>
        IsAbsent(property) ? null : Object(property, read);

    /// <summary>A list of objects; those that were wrong are left out, and reported.</summary>
    public IReadOnlyList<T> Objects<T>(string property, int minimum, Func<ObjectReader, T?> read) where T : class =>
        [.. Elements(property, minimum).Select(entry => Of(entry.Value, entry.Path, _faults)).OfType<ObjectReader>().Select(read).OfType<T>()];

    public IReadOnlyList<T> Identifiers<T>(string property, int minimum) where T : class, IIdentifier<T> =>
        Distinct(property, Texts(property, minimum).Select(entry => _faults.Parse<T>(entry.Path, entry.Text)).OfType<T>());

    public IReadOnlyList<T> Codes<T>(string property, int minimum) where T : struct, Enum =>
        Distinct(property, Texts(property, minimum).Select(entry => Code<T>(entry.Path, entry.Text)).OfType<T>());

    public IReadOnlyList<LocalDate> Dates(string property) =>
        Distinct(property, Texts(property, 0).Select(entry => Date(entry.Path, entry.Text)).OfType<LocalDate>());

    public IReadOnlyList<string> TextList(string property, int minimum) => [.. Texts(property, minimum).Select(entry => entry.Text)];

    public IReadOnlyList<LocalizedText> LocalizedTexts(string property, int minimum) => Objects(property, minimum, ReadLocalized);

    private static LocalizedText? ReadLocalized(ObjectReader reader)
    {
        var (zh, en) = (reader.Text("zh"), reader.Text("en"));
        return reader.Build(() => new LocalizedText(zh!, en!));
    }

    private static ObjectReader? Of(JsonElement element, string path, FaultCollector faults)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return new ObjectReader(element, path, faults);
        }

        faults.Add(path, "type", "应为一个对象", "an object is expected");
        return null;
    }

    private string PathOf(string property) => $"{Path}/{property}";

    private bool IsAbsent(string property)
    {
        _read.Add(property);
        return !_element.TryGetProperty(property, out _);
    }

    private JsonElement? Value(string property, JsonValueKind kind, string zh, string en)
    {
        _read.Add(property);
        if (_element.TryGetProperty(property, out var value) && value.ValueKind == kind)
        {
            return value;
        }

        ReportKind(property, zh, en);
        return null;
    }

    private void ReportKind(string property, string zh, string en)
    {
        if (_element.TryGetProperty(property, out _))
        {
            Report(property, "type", $"应为{zh}", $"{en} is expected");
        }
        else
        {
            Report(property, "missing", $"缺少该字段,应为{zh}", $"the property is missing; {en} is expected");
        }
    }

    private IEnumerable<(JsonElement Value, string Path)> Elements(string property, int minimum)
    {
        if (Value(property, JsonValueKind.Array, "一个列表", "a list") is not { } list)
        {
            return [];
        }

        if (list.GetArrayLength() < minimum)
        {
            Report(property, "too-few", $"至少应有{minimum}项", $"at least {minimum} entries are expected");
        }

        return list.EnumerateArray().Select((element, index) => (element, $"{PathOf(property)}/{index}"));
    }

    private IEnumerable<(string Text, string Path)> Texts(string property, int minimum)
    {
        foreach (var (element, path) in Elements(property, minimum))
        {
            if (element.ValueKind == JsonValueKind.String)
            {
                yield return (element.GetString()!, path);
            }
            else
            {
                _faults.Add(path, "type", "应为一段文字", "a text is expected");
            }
        }
    }

    private List<T> Distinct<T>(string property, IEnumerable<T> values)
    {
        var list = values.ToList();
        if (list.Distinct().Count() != list.Count)
        {
            Report(property, "repeated", "列表中有重复项", "an entry stands in the list twice");
        }

        return list;
    }

    private LocalDate? Date(string path, string text)
    {
        if (LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var date })
        {
            return date;
        }

        _faults.Add(path, "date", "应为真实日期YYYY-MM-DD", "a real date, YYYY-MM-DD, is expected");
        return null;
    }

    private T? Code<T>(string path, string text) where T : struct, Enum
    {
        if (CodeSet<T>.TryParse(text, out var value))
        {
            return value;
        }

        var codes = string.Join(' ', CodeSet<T>.Codes);
        _faults.Add(path, "code", $"应为下列代码之一:{codes}", $"one of these codes is expected: {codes}");
        return null;
    }
}
