using System.Collections.Concurrent;

namespace OneStop.Line.Simulator;

/// <summary>What a person sent that is no text; without bytes once it was taken back.</summary>
public sealed record SentContent(byte[] Bytes, string ContentType);

/// <summary>The contents that LINE holds for the service to fetch, by message.</summary>
public sealed class Contents
{
    private readonly ConcurrentDictionary<string, SentContent> contents = new();
    private readonly ConcurrentDictionary<string, string> transcoding = new();

    /// <summary>The content of a message; null if it has none.</summary>
    public SentContent? Of(string messageId) => contents.GetValueOrDefault(messageId);

    /// <summary>How far the preparing of a video or voice is.</summary>
    public string TranscodingOf(string messageId) => transcoding.GetValueOrDefault(messageId, "succeeded");

    /// <summary>LINE is still preparing it, or has failed to.</summary>
    public void Transcode(string messageId, string status) => transcoding[messageId] = status;

    internal void Keep(string messageId, SentContent content) => contents[messageId] = content;

    internal void Wipe(string messageId)
    {
        if (contents.ContainsKey(messageId))
            contents[messageId] = new([], "");
    }
}
