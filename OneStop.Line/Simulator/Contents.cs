using System.Collections.Concurrent;

namespace OneStop.Line.Simulator;

/// <summary>A content sent by a virtual person; empty after it was unsent.</summary>
public sealed record SentContent(byte[] Bytes, string ContentType);

/// <summary>The contents that the simulator provides, by message.</summary>
public sealed class Contents
{
    private readonly ConcurrentDictionary<string, SentContent> contents = new();
    private readonly ConcurrentDictionary<string, string> transcoding = new();

    /// <summary>Returns the content of a message; null if it has none.</summary>
    public SentContent? Of(string messageId) => contents.GetValueOrDefault(messageId);

    /// <summary>Returns the state of preparing a video or voice.</summary>
    public string TranscodingOf(string messageId) => transcoding.GetValueOrDefault(messageId, "succeeded");

    /// <summary>Sets the state of preparing: processing, succeeded or failed.</summary>
    public void Transcode(string messageId, string status) => transcoding[messageId] = status;

    internal void Keep(string messageId, SentContent content) => contents[messageId] = content;

    internal void Wipe(string messageId)
    {
        if (contents.ContainsKey(messageId))
            contents[messageId] = new([], "");
    }
}
