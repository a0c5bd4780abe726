using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>Failure details as bytes: type, message, stack, properties (JSON), then the failure beneath, if any.</summary>
internal static class FailureCodec
{
    public static void Write(ByteWriter to, TaskFailureDetails? failure)
    {
        to.Flag(failure is not null);
        if (failure is not null)
        {
            to.Text(failure.ErrorType);
            to.Text(failure.ErrorMessage);
            to.Text(failure.StackTrace);
            to.Text(failure.Properties is null ? null : FailureProperties.Write(failure.Properties));
            Write(to, failure.InnerFailure);
        }
    }

    public static TaskFailureDetails? Read(ref ByteReader from)
    {
        if (!from.Flag())
        {
            return null;
        }

        var type = from.RequiredText();
        var message = from.RequiredText();
        var stack = from.Text();
        var properties = from.Text();
        return new TaskFailureDetails(type, message, stack, Read(ref from), properties is null ? null : FailureProperties.Read(properties));
    }
}
