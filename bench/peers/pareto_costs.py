#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Money and CO2e of one consignment on a generated timetable, as integers.

usage: pareto_costs.py INSTANCE_DIR OUT_DIR [--grams 30000] [--money-unit 1] [--co2-unit 1] [--fleet]

reads  stops.bin, conns.bin, trips.bin, foot.bin of gen_timetable.py
writes conncost.bin  : per connection (same order as conns.bin)  i32 money, i32 co2
       footcost.bin  : per footpath   (same order as foot.bin)   i32 money, i32 co2
       boardcost.bin : per mode 0..3                             i32 money, i32 co2   (added at every boarding of a trip)
  each with the 8-byte header of the instance files (u32 magic 0x54465246, u32 count), little endian.
money is in multiples of --money-unit fen (1 fen = 0.01 CNY), co2 in multiples of --co2-unit grams CO2e.

Definition (all integers; // is floor division, every quantity is >= 0):
  hav(i,j)  great-circle distance in metres on a sphere of radius 6,371,000 m (haversine, IEEE double, coordinates are the
            f32 values of stops.bin widened to double), rounded to whole metres: floor(x + 0.5).  The script fails when any x
            lies within 5e-8 m of a rounding boundary, so every libm gives the same integer.
  dist(i,j) = (hav * CIRC + 500) // 1000                           metres travelled, CIRC in per mille, by mode
  leg cost  = (dist * RATE * grams + U*10^9/2) // (U*10^9)         RATE in fen (grams) per tonne-km, U the unit
            with --fleet (stress variant, carriers differ): then (leg cost * FLEET + 500) // 1000, by route
  boarding  = (HAND * grams + U*10^6/2) // (U*10^6)                HAND in fen (grams) per tonne, by mode
  drayage   = leg cost with the drayage row, plus once per footpath a pickup: money (500 + 10*grams//1000) fen, co2 10*grams//1000 g
                            (van approach), each rounded half up to its unit: (fee + U//2)//U
The pickup also makes every footpath obey the triangle inequality in time, money and co2 in spite of rounding (checked below):
without it, whether a ride label dominated at its stop may still win at a neighbour would depend on rounding.
A journey costs the sum over its rides of boarding + its legs' costs, and over its footpaths of drayage.
"""
import argparse, os, struct, numpy as np
#            truck  rail   air   sea
CIRC  = [     1300, 1200, 1050, 1150]      # per mille
MONEY = [       60,   25,  800,    8]      # fen per tonne-km   (0.60, 0.25, 8.00, 0.08 CNY)
CO2   = [       85,   17,  700,    8]      # g per tonne-km
HANDM = [     4000, 4000,40000, 6000]      # fen per tonne and boarding (40, 40, 400, 60 CNY)
HANDC = [      600,  600,  600,  600]      # g per tonne and boarding
FLEETM= [1000,1100,1300,900]; FLEETC=[1000,800,350,1250]  # --fleet: per mille, by (routeId * 2654435761 // 65536) % 4
DRAY  = dict(circ=1250, money=150, co2=200)  # city van: 1.50 CNY/t-km, 200 g/t-km
def rd(f,t):
    with open(f,'rb') as h:
        m,n=struct.unpack('<II',h.read(8)); assert m==0x54465246; return np.frombuffer(h.read(),dtype=t,count=n)
def main():
    ap=argparse.ArgumentParser(); ap.add_argument('inst'); ap.add_argument('out'); ap.add_argument('--grams',type=int,default=30000)
    ap.add_argument('--money-unit',type=int,default=1); ap.add_argument('--co2-unit',type=int,default=1); ap.add_argument('--fleet',action='store_true'); a=ap.parse_args()
    w=a.grams; U,V=a.money_unit,a.co2_unit; os.makedirs(a.out,exist_ok=True)
    st=rd(a.inst+'/stops.bin',[('lon','<f4'),('lat','<f4'),('k','<i4'),('m','<i4')])
    cn=rd(a.inst+'/conns.bin',('<i4',5)); tr=rd(a.inst+'/trips.bin',('<i4',4)); ft=rd(a.inst+'/foot.bin',('<i4',3))
    lon=np.radians(st['lon'].astype('f8')); lat=np.radians(st['lat'].astype('f8'))
    def hav(i,j):
        key=np.minimum(i,j).astype('i8')*len(st)+np.maximum(i,j); uq,inv=np.unique(key,return_inverse=True); p,q=uq//len(st),uq%len(st)
        h=np.sin((lat[q]-lat[p])/2)**2+np.cos(lat[p])*np.cos(lat[q])*np.sin((lon[q]-lon[p])/2)**2
        x=2*6371000.0*np.arcsin(np.sqrt(np.minimum(h,1.0))); f=np.abs(x-np.floor(x)-0.5).min()
        assert f>5e-8,f'a distance lies {f} m from a rounding boundary'
        return np.floor(x+0.5).astype('i8')[inv]
    def wr(n,m,c):
        v=np.stack([m,c],1); assert v.min()>=0 and v.max()<2**30; v=v.astype('<i4')
        with open(os.path.join(a.out,n),'wb') as f: f.write(struct.pack('<II',0x54465246,len(v))); f.write(v.tobytes())
        print(n,len(v),'sum money',int(v[:,0].astype('i8').sum()),'sum co2',int(v[:,1].astype('i8').sum()))
    def leg(d,r,u): return (d*r*w+u*10**9//2)//(u*10**9)
    mode=tr[cn[:,4],0]; T=lambda l: np.array(l,dtype='i8')
    d=(hav(cn[:,0],cn[:,1])*T(CIRC)[mode]+500)//1000
    cm,ce=leg(d,T(MONEY)[mode],U),leg(d,T(CO2)[mode],V)
    if a.fleet: k=(tr[cn[:,4],1].astype('i8')*2654435761//65536)%4; cm=(cm*T(FLEETM)[k]+500)//1000; ce=(ce*T(FLEETC)[k]+500)//1000
    wr('conncost.bin',cm,ce)
    d=(hav(ft[:,0],ft[:,1])*DRAY['circ']+500)//1000; fee=500+10*w//1000; van=10*w//1000
    wr('footcost.bin',leg(d,DRAY['money'],U)+(fee+U//2)//U,leg(d,DRAY['co2'],V)+(van+V//2)//V)
    # triangle check within cities: direct <= via, for seconds, money, co2
    fm=leg(d,DRAY['money'],U)+(fee+U//2)//U; fc=leg(d,DRAY['co2'],V)+(van+V//2)//V; nb=[[] for _ in st]; ix={}
    for k,(i,j) in enumerate(zip(ft[:,0].tolist(),ft[:,1].tolist())): nb[i].append(j); ix[(i,j)]=k
    done=set(); worst=[2**40]*3
    for i in range(len(st)):
        if i in done or not nb[i]: continue
        c=[i]+nb[i]; done.update(c); n=len(c); idx=np.array([[ix.get((p,q),-1) for q in c] for p in c])
        for q,v in enumerate((ft[:,2].astype('i8'),fm,fc)):
            D=np.where(idx>=0,v[idx],0)
            for k in range(n):
                s_=(D[:,k,None]+D[None,k,:]-D); s_[k,:]=2**40; s_[:,k]=2**40; worst[q]=min(worst[q],int(s_.min()))
    print('smallest detour excess (s, money, co2):',worst); assert min(worst)>=0
    wr('boardcost.bin',(T(HANDM)*w+U*10**6//2)//(U*10**6),(T(HANDC)*w+V*10**6//2)//(V*10**6))
main()
