using OneStop.Domain.Workers;

namespace OneStop.Domain.Channels;

/// <summary>Raised when an incoming event was stored.</summary>
public sealed class IncomingSignal : WorkSignal;

/// <summary>Raised when something is to be sent.</summary>
public sealed class OutgoingSignal : WorkSignal;

/// <summary>Raised when a picture or file is to be fetched from LINE.</summary>
public sealed class FileSignal : WorkSignal;
