using System.Net;
using OpinionWatch.Crawling.Fetching;

namespace OpinionWatch.Crawling.Tests.Fetching;

public sealed class AddressGuardTests
{
    [TestCase("127.0.0.1")]
    [TestCase("127.255.255.254")]
    [TestCase("0.0.0.0")]
    [TestCase("10.1.2.3")]
    [TestCase("172.16.0.1")]
    [TestCase("172.31.255.255")]
    [TestCase("192.168.1.1")]
    [TestCase("169.254.169.254")]
    [TestCase("100.64.0.1")]
    [TestCase("100.100.100.200")]
    [TestCase("168.63.129.16")]
    [TestCase("198.18.0.1")]
    [TestCase("224.0.0.1")]
    [TestCase("240.0.0.1")]
    [TestCase("255.255.255.255")]
    [TestCase("::")]
    [TestCase("::1")]
    [TestCase("::127.0.0.1")]
    [TestCase("::ffff:127.0.0.1")]
    [TestCase("::ffff:10.0.0.1")]
    [TestCase("::ffff:0:10.0.0.1")]
    [TestCase("64:ff9b::10.0.0.1")]
    [TestCase("64:ff9b::a9fe:a9fe")]
    [TestCase("64:ff9b:1::1")]
    [TestCase("2002:7f00:1::1")]
    [TestCase("2002:c0a8:101::1")]
    [TestCase("2001:0:53aa:64c:0:0:0:1")]
    [TestCase("2001:db8::1")]
    [TestCase("fc00::1")]
    [TestCase("fd00:ec2::254")]
    [TestCase("fe80::1")]
    [TestCase("fec0::1")]
    [TestCase("ff02::1")]
    [TestCase("2400:3200::5efe:10.0.0.1")]
    public void Internal_addresses_are_blocked_in_every_form(string address)
    {
        Assert.That(AddressGuard.Allows(IPAddress.Parse(address), []), Is.False);
    }

    [TestCase("8.8.8.8")]
    [TestCase("172.15.255.255")]
    [TestCase("172.32.0.1")]
    [TestCase("100.128.0.1")]
    [TestCase("223.5.5.5")]
    [TestCase("2400:3200::1")]
    [TestCase("::ffff:223.5.5.5")]
    [TestCase("64:ff9b::223.5.5.5")]
    [TestCase("2002:df05:505::1")]
    public void Public_addresses_are_allowed(string address)
    {
        Assert.That(AddressGuard.Allows(IPAddress.Parse(address), []), Is.True);
    }

    [TestCase("10.1.2.3", "10.0.0.0/8", true)]
    [TestCase("10.1.2.3", "10.9.9.9/8", true)]
    [TestCase("10.1.2.3", "10.1.2.3", true)]
    [TestCase("10.1.2.4", "10.1.2.3", false)]
    [TestCase("10.1.2.3", "10.1.2.0/23", true)]
    [TestCase("10.1.4.3", "10.1.2.0/23", false)]
    [TestCase("::ffff:10.1.2.3", "10.0.0.0/8", true)]
    [TestCase("fd00::5", "fd00::/8", true)]
    [TestCase("10.1.2.3", "nonsense", false)]
    [TestCase("10.1.2.3", "10.0.0.0/33", false)]
    public void The_configuration_lets_ranges_through(string address, string allowed, bool expected)
    {
        Assert.That(AddressGuard.Allows(IPAddress.Parse(address), [allowed]), Is.EqualTo(expected));
    }
}
