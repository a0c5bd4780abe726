namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>How a body is written in the XML of Storage queues (<c>extensions.queues.messageEncoding</c>).</summary>
internal enum MessageEncoding
{
    /// <summary>Any bytes.</summary>
    Base64,

    /// <summary>As it is: UTF-8 text that XML can hold.</summary>
    None,
}
