using System.Globalization;
using CrossRegion.Domain.Faults;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace CrossRegion.Functions.Intake;

/// <summary>Tells the schema validator's errors in the words of our faults, with codes that stay when the validator changes.</summary>
internal static class SchemaFaults
{
    /// <param name="errors">What the validator found.</param>
    /// <param name="path">Where the validated value stands.</param>
    public static IReadOnlyList<Fault> Of(IEnumerable<ValidationError> errors, string path) =>
        [.. errors.SelectMany(Flatten).Where(IsTelling).Select(error => ToFault(error, path)).GroupBy(fault => fault.Path).SelectMany(WithoutConsequences)];

    private static IEnumerable<ValidationError> Flatten(ValidationError error) =>
        error is ChildSchemaValidationError parent ? parent.Errors.Values.SelectMany(children => children).SelectMany(Flatten) : [error];

    /// <summary>That something which is no object lacks members goes without saying.</summary>
    private static bool IsTelling(ValidationError error) => error.Kind != ValidationErrorKind.PropertyRequired || error.Token is JObject;

    /// <summary>A value of the wrong type or length is not also told that it has the wrong form.</summary>
    private static IEnumerable<Fault> WithoutConsequences(IGrouping<string, Fault> atOnePath)
    {
        var causes = atOnePath.Where(fault => fault.Code is not ("pattern" or "not-allowed")).DistinctBy(fault => fault.Code).ToList();
        return causes.Count > 0 ? causes : atOnePath.Take(1);
    }

    private static Fault ToFault(ValidationError error, string above)
    {
        var (code, zh, en) = Words(error);
        var below = error.Path?.TrimStart('#').TrimStart('/') ?? "";
        return new Fault(EventPath.Told(FaultPath.Join(above, below)), code, zh, en);
    }

    private static (string Code, string Zh, string En) Words(ValidationError error)
    {
        var schema = error.Schema;
        return error.Kind switch
        {
            ValidationErrorKind.PropertyRequired => ("required", "缺少必填项", "is required"),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => ("unknown-member", "未知的成员", "is not a known member"),
            ValidationErrorKind.StringExpected => ("type", "应为字符串", "should be a string"),
            ValidationErrorKind.IntegerExpected => ("type", "应为整数", "should be an integer"),
            ValidationErrorKind.BooleanExpected => ("type", "应为true或false", "should be true or false"),
            ValidationErrorKind.ObjectExpected => ("type", "应为对象", "should be an object"),
            ValidationErrorKind.ArrayExpected => ("type", "应为数组", "should be an array"),
            ValidationErrorKind.NoTypeValidates => ("type", "类型不符", "has the wrong type"),
            ValidationErrorKind.PatternMismatch => ("pattern", "不符合规定的格式", "does not have the required form"),
            ValidationErrorKind.StringTooShort => ("too-short", $"至少{schema.MinLength}个字符", $"has at least {schema.MinLength} character(s)"),
            ValidationErrorKind.StringTooLong => ("too-long", $"最多{schema.MaxLength}个字符", $"has at most {schema.MaxLength} characters"),
            ValidationErrorKind.TooFewItems => ("too-few", $"至少{schema.MinItems}项", $"has at least {schema.MinItems} element(s)"),
            ValidationErrorKind.TooManyItems => ("too-many", $"最多{schema.MaxItems}项", $"has at most {schema.MaxItems} elements"),
            ValidationErrorKind.TooManyProperties => ("too-many", $"最多{schema.MaxProperties}项", $"has at most {schema.MaxProperties} members"),
            ValidationErrorKind.NumberTooSmall or ValidationErrorKind.NumberTooBig or ValidationErrorKind.IntegerTooBig => OutOfRange(schema),
            ValidationErrorKind.NotInEnumeration => NotAllowed(schema),
            _ => ("invalid", "不符合模式", "is not valid by the schema"),
        };
    }

    private static (string Code, string Zh, string En) OutOfRange(JsonSchema schema)
    {
        var (least, most) = (Text(schema.Minimum), Text(schema.Maximum));
        return ("out-of-range", $"应在{least}与{most}之间", $"should be between {least} and {most}");
    }

    private static (string Code, string Zh, string En) NotAllowed(JsonSchema schema)
    {
        var allowed = string.Join(", ", schema.Enumeration);
        return ("not-allowed", $"应为以下之一:{allowed}", $"should be one of: {allowed}");
    }

    private static string Text(decimal? bound) => bound?.ToString(CultureInfo.InvariantCulture) ?? "∞";
}
