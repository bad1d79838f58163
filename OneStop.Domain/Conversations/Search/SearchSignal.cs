using OneStop.Domain.Workers;

namespace OneStop.Domain.Conversations.Search;

/// <summary>Raised when messages wait for the index and no events do.</summary>
public sealed class SearchSignal : WorkSignal;
