using OneStop.Domain.Workers;

namespace OneStop.Domain.Conversations.Search;

/// <summary>Raised when messages wait for the index and no incoming events wait.</summary>
public sealed class SearchSignal : WorkSignal;
