namespace OneStop.Domain.Employers;

/// <summary>How far the talks with an employer have come: the columns of the board, in their order.</summary>
public enum EmployerStage
{
    /// <summary>候補: nobody has been in contact yet.</summary>
    Candidate,

    /// <summary>接触中</summary>
    InContact,

    /// <summary>面談: somebody of ours has met them.</summary>
    Met,

    /// <summary>求人検討: they think about an opening.</summary>
    Considering,

    /// <summary>求人あり: an opening of theirs was received.</summary>
    HasOpening,

    /// <summary>休眠: not now; asked again later.</summary>
    Dormant,

    /// <summary>断り</summary>
    Declined,
}

/// <summary>The names shown on screen.</summary>
public static class EmployerStages
{
    extension(EmployerStage stage)
    {
        /// <summary>The name on screen.</summary>
        public string InJapanese => stage switch
        {
            EmployerStage.Candidate => "候補",
            EmployerStage.InContact => "接触中",
            EmployerStage.Met => "面談",
            EmployerStage.Considering => "求人検討",
            EmployerStage.HasOpening => "求人あり",
            EmployerStage.Dormant => "休眠",
            EmployerStage.Declined => "断り",
            _ => throw new ArgumentOutOfRangeException(nameof(stage)),
        };

        /// <summary>Whether somebody is at work on the employer, so that there must be a next action with a date.</summary>
        public bool IsOpen => stage is not (EmployerStage.Dormant or EmployerStage.Declined);
    }
}
