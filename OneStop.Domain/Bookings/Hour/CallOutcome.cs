namespace OneStop.Domain.Bookings.Hour;

/// <summary>What became of a telephone call to a client at the booked time.</summary>
public enum CallOutcome
{
    /// <summary>出ない</summary>
    NoAnswer,

    /// <summary>話し中</summary>
    Busy,

    /// <summary>別の人が出た: nothing is said to that person, and the client is told by a neutral message.</summary>
    SomebodyElse,

    /// <summary>折り返し待ち: the client will call back.</summary>
    CallsBack,

    /// <summary>話せた: the talk begins.</summary>
    Talked,
}

/// <summary>The names shown on screen, and what an outcome leads to.</summary>
public static class CallOutcomes
{
    extension(CallOutcome outcome)
    {
        public string InJapanese => outcome switch
        {
            CallOutcome.NoAnswer => "出ない",
            CallOutcome.Busy => "話し中",
            CallOutcome.SomebodyElse => "別の人が出た",
            CallOutcome.CallsBack => "折り返し待ち",
            CallOutcome.Talked => "話せた",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
        };

        /// <summary>Whether the client does not know that we called, so that a message about it makes sense.</summary>
        public bool MayBeTold => outcome is CallOutcome.NoAnswer or CallOutcome.Busy or CallOutcome.SomebodyElse;
    }
}
