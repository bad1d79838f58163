using OneStop.Domain.Workers;

namespace OneStop.Domain.Erasures;

/// <summary>Raised when an erasure was ordered.</summary>
public sealed class ErasureSignal : WorkSignal;
