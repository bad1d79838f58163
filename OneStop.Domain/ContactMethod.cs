namespace OneStop.Domain;

/// <summary>相談方法（仕様書 7(2)①(ウ)）: the client chooses.</summary>
public enum ContactMethod
{
    Chat,
    Phone,
    Video,
}

/// <summary>The names shown on screen.</summary>
public static class ContactMethodNames
{
    extension(ContactMethod method)
    {
        public string InJapanese => method switch
        {
            ContactMethod.Chat => "チャット",
            ContactMethod.Phone => "電話",
            ContactMethod.Video => "ビデオ通話",
            _ => throw new ArgumentOutOfRangeException(nameof(method)),
        };
    }
}
