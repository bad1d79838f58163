using OneStop.Domain.Workers;

namespace OneStop.Domain.Channels;

/// <summary>Raised when an event was written down.</summary>
public sealed class IncomingSignal : WorkSignal;

/// <summary>Raised when something is to be sent.</summary>
public sealed class OutgoingSignal : WorkSignal;

/// <summary>Raised when a picture or file is to be fetched.</summary>
public sealed class FileSignal : WorkSignal;
