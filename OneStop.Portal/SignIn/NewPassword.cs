namespace OneStop.Portal.SignIn;

/// <summary>The fields of a form that sets a password.</summary>
public sealed class NewPassword
{
    /// <summary>The present password, when somebody changes their own.</summary>
    public string? Before { get; set; }

    public string? Password { get; set; }
    public string? Again { get; set; }

    /// <summary>Why the input is not valid; null if it is.</summary>
    public string? Fault => Password == Again ? null : "確認の欄が、新しいパスワードと同じではありません。もう一度入力してください。";
}
