namespace OneStop.Domain.Consultations;

/// <summary>How a consultation was really held (仕様書 7(2)①(ウ)). Wider than <see cref="ContactMethod"/>: some people come to the counter.</summary>
public enum ConsultationMethod
{
    Chat,
    Phone,
    Video,

    /// <summary>対面: at the counter, or where the person is.</summary>
    InPerson,
}

/// <summary>The names shown on screen, and how a booking's method is recorded.</summary>
public static class ConsultationMethods
{
    extension(ConsultationMethod method)
    {
        public string InJapanese => method switch
        {
            ConsultationMethod.Chat => "チャット",
            ConsultationMethod.Phone => "電話",
            ConsultationMethod.Video => "ビデオ通話",
            ConsultationMethod.InPerson => "対面",
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };

        /// <summary>Returns the method that was booked, as a record writes it.</summary>
        public static ConsultationMethod Of(ContactMethod booked) => booked switch
        {
            ContactMethod.Chat => ConsultationMethod.Chat,
            ContactMethod.Video => ConsultationMethod.Video,
            _ => ConsultationMethod.Phone,
        };
    }
}
