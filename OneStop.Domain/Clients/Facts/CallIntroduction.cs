namespace OneStop.Domain.Clients.Facts;

/// <summary>名乗り方: how we give our name when somebody answers the client's telephone. Unless the client wished otherwise, the surname only.</summary>
public enum CallIntroduction
{
    /// <summary>姓だけ: never the service.</summary>
    SurnameOnly,

    /// <summary>市の相談窓口と名乗ってよい.</summary>
    CityDesk,

    /// <summary>In the words that the client has agreed to (<see cref="ContactFacts.OwnIntroduction"/>).</summary>
    OwnWords,
}

/// <summary>The names shown on screen.</summary>
public static class CallIntroductions
{
    extension(CallIntroduction introduction)
    {
        public string InJapanese => introduction switch
        {
            CallIntroduction.SurnameOnly => "姓だけ",
            CallIntroduction.CityDesk => "市の相談窓口と名乗ってよい",
            CallIntroduction.OwnWords => "決めた言葉で名乗る",
            _ => throw new ArgumentOutOfRangeException(nameof(introduction)),
        };
    }
}
