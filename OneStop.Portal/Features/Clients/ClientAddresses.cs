namespace OneStop.Portal.Features.Clients;

/// <summary>The addresses of pages about clients. They contain ids only.</summary>
internal static class ClientAddresses
{
    /// <summary>The page of a client.</summary>
    public static string Of(Guid clientId) => $"/clients/{clientId}";

    /// <summary>The page that compares two clients before one is merged into the other.</summary>
    public static string MergeOf(Guid keptId, Guid mergedId) => $"/clients/{keptId}/merge?with={mergedId}";

    /// <summary>The page on which the person of a conversation is registered.</summary>
    public static string NewOf(Guid conversationId) => $"/clients/new?conversation={conversationId}";
}
