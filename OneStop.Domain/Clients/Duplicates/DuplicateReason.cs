namespace OneStop.Domain.Clients.Duplicates;

/// <summary>Why two entries may be the same person, the strongest reason first.</summary>
public enum DuplicateReason
{
    SamePhone,
    SameReadingAndBirthDate,
    SameNameAndBirthDate,
    SameReading,
    SameName,
    SameBirthDate,
    SimilarName,
}

/// <summary>The reasons in words.</summary>
public static class DuplicateReasons
{
    extension(DuplicateReason reason)
    {
        /// <summary>The reason on screen.</summary>
        public string InJapanese => reason switch
        {
            DuplicateReason.SamePhone => "同じ電話番号",
            DuplicateReason.SameReadingAndBirthDate => "よみが同じで生年月日も同じ",
            DuplicateReason.SameNameAndBirthDate => "名前が同じで生年月日も同じ",
            DuplicateReason.SameReading => "よみが同じ",
            DuplicateReason.SameName => "名前が同じ",
            DuplicateReason.SameBirthDate => "生年月日が同じ",
            DuplicateReason.SimilarName => "名前が似ている",
            _ => throw new ArgumentOutOfRangeException(nameof(reason)),
        };

        /// <summary>Whether it is likely the same person, and not only a chance.</summary>
        public bool IsStrong => reason is DuplicateReason.SamePhone or DuplicateReason.SameReadingAndBirthDate or DuplicateReason.SameNameAndBirthDate;
    }
}
