namespace OneStop.Portal.HelloWork;

/// <summary>Registers the client of ハローワーク求人・求職情報提供サービス.</summary>
internal static class HelloWorkServices
{
    extension(IServiceCollection services)
    {
        /// <summary>Adds the client, which is off until id and password are set. Its calls end by the injected clock and follow no redirects.</summary>
        public void AddHelloWork()
        {
            services.AddOptions<HelloWorkOptions>().BindConfiguration("HelloWork").ValidateDataAnnotations().ValidateOnStart();
            services.AddHttpClient<HelloWorkApi>(http => http.Timeout = Timeout.InfiniteTimeSpan).ConfigurePrimaryHttpMessageHandler(() =>
                new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        }
    }
}
