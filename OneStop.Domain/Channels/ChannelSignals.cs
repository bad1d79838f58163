using OneStop.Domain.Workers;

namespace OneStop.Domain.Channels;

/// <summary>Rung when an event was written down.</summary>
public sealed class IncomingSignal : WorkSignal;

/// <summary>Rung when something is to be sent.</summary>
public sealed class OutgoingSignal : WorkSignal;

/// <summary>Rung when a picture or file is to be fetched.</summary>
public sealed class FileSignal : WorkSignal;
