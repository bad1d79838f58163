namespace OneStop.Domain.Clients;

/// <summary>How a client came to the service first.</summary>
public enum Arrival
{
    Line,
    Phone,

    /// <summary>窓口: in person.</summary>
    Counter,

    /// <summary>Brought or named by a partner, or otherwise.</summary>
    Other,
}

/// <summary>The names shown on screen.</summary>
public static class Arrivals
{
    extension(Arrival arrival)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => arrival switch
        {
            Arrival.Line => "LINE",
            Arrival.Phone => "電話",
            Arrival.Counter => "窓口",
            Arrival.Other => "そのほか",
            _ => throw new ArgumentOutOfRangeException(nameof(arrival)),
        };
    }
}
