namespace Remiss.Infra.Tests;

public sealed class NetworkTests
{
    private static readonly string[] TypesWithData =
    [
        "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.CognitiveServices/accounts",
    ];

    [Fact]
    public void Private_network_leaves_no_public_way_to_what_holds_data()
    {
        var holders = Installation.Full.Resources.Where(resource => TypesWithData.Contains(resource.Type)).ToList();

        Assert.Equal(4, holders.Count);
        Assert.All(holders, holder => Assert.Equal(
            ("Disabled", "Deny"), (holder.Text("publicNetworkAccess"), holder.Text("networkAcls.defaultAction"))));
    }

    [Fact]
    public void Everything_that_holds_data_has_its_private_endpoints_with_a_name()
    {
        var endpoints = Installation.Full.OfType("Microsoft.Network/privateEndpoints").ToList();

        Assert.Equal(
            ["account", "blob", "blob", "queue", "queue", "table", "table", "vault"],
            endpoints.Select(endpoint => (string)endpoint.At("privateLinkServiceConnections")![0]!["properties"]!["groupIds"]![0]!).Order());
        Assert.Equal(8, Installation.Full.OfType("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        Assert.Equal(5, Installation.Full.OfType("Microsoft.Network/privateDnsZones").Count());
        Assert.Equal(5, Installation.Full.OfType("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
    }

    [Fact]
    public void App_reaches_the_endpoints_through_a_subnet_of_its_own()
    {
        var network = Assert.Single(Installation.Full.OfType("Microsoft.Network/virtualNetworks"));

        var subnet = network.At("subnets")![0]!;
        Assert.EndsWith(
            $"{network.Name}/subnets/{subnet["name"]}",
            Installation.Full.Single("Microsoft.Web/sites", "func-").Text("virtualNetworkSubnetId"),
            StringComparison.Ordinal);
        Assert.Equal("Microsoft.App/environments", (string)subnet["properties"]!["delegations"]![0]!["properties"]!["serviceName"]!);
    }

    [Fact]
    public void Event_grid_and_the_named_ranges_reach_the_app_and_nobody_else()
    {
        var app = Installation.Full.Single("Microsoft.Web/sites", "func-");

        Assert.Equal("Deny", app.Text("siteConfig.ipSecurityRestrictionsDefaultAction"));
        Assert.Equal(
            ["ServiceTag AzureEventGrid", "Default 192.0.2.0/24", "Default 198.51.100.7/32"],
            app.At("siteConfig.ipSecurityRestrictions")!.AsArray().Select(rule => $"{rule!["tag"]} {rule["ipAddress"]}"));
    }

    [Fact]
    public void Without_the_switch_no_network_is_made_and_paid_for() =>
        Assert.DoesNotContain(Installation.Plain.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
}
