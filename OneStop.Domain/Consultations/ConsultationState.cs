namespace OneStop.Domain.Consultations;

/// <summary>The state of a record.</summary>
public enum ConsultationState
{
    /// <summary>下書き: it is still being written, and counts nowhere.</summary>
    Draft,

    /// <summary>確定: it does not change any more; a correction is a further version.</summary>
    Confirmed,

    /// <summary>無効: a draft that was dropped, or a record that was entered by mistake. It stays readable and counts nowhere.</summary>
    Removed,
}

/// <summary>Who did something with a record, and when.</summary>
public sealed record ConsultationStep(DateTimeOffset At, Guid StaffId);

/// <summary>無効にした: who, when and why.</summary>
/// <param name="Reason">Empty for a draft.</param>
public sealed record ConsultationRemoval(DateTimeOffset At, Guid StaffId, string Reason);

/// <summary>The names shown on screen.</summary>
public static class ConsultationStates
{
    extension(ConsultationState state)
    {
        public string InJapanese => state switch
        {
            ConsultationState.Draft => "下書き",
            ConsultationState.Confirmed => "確定",
            ConsultationState.Removed => "無効",
            _ => throw new ArgumentOutOfRangeException(nameof(state)),
        };
    }
}
